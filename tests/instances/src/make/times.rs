use super::draw::Draw;

impl Draw<'_, '_> {
    /// RFC 3339 §5.6 `full-date`.
    pub(super) fn date(&mut self) -> String {
        let year = match self.dice.between(0..=9) {
            0 => self.dice.between(1..=9999),
            _ => self.dice.between(1970..=2099),
        };
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let month = self.dice.between(1..=12);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day = self.dice.between(1..=days);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// RFC 3339 §5.6 `partial-time`, with up to twelve digits of a second.
    fn partial_time(&mut self) -> String {
        let (hour, minute) = (self.dice.between(0..=23), self.dice.between(0..=59));
        let second = self.dice.between(0..=59);
        let mut time = format!("{hour:02}:{minute:02}:{second:02}");
        if self.dice.percent(50) {
            let digits = match self.dice.percent(60) {
                true => 3,
                false => self.dice.between(1..=12),
            };
            let fraction = self.dice.bits() % 10_u64.pow(12);
            let fraction: String = format!("{fraction:012}").chars().take(digits).collect();
            time.push('.');
            time.push_str(&fraction);
        }
        time
    }

    fn offset(&mut self) -> String {
        let (hour, minute) = (self.dice.between(0..=14), self.dice.between(0..=3) * 15);
        match self.dice.between(0..=9) {
            0..=4 => "Z".to_owned(),
            5 => "z".to_owned(),
            6 => "+00:00".to_owned(),
            7 => "-00:00".to_owned(),
            8 => format!("+{hour:02}:{minute:02}"),
            _ => format!("-{hour:02}:{minute:02}"),
        }
    }

    /// RFC 3339 §5.6 `full-time`.
    pub(super) fn full_time(&mut self) -> String {
        self.partial_time() + &self.offset()
    }

    /// RFC 3339 §5.6 `date-time`; its letters may be small ones.
    pub(super) fn date_time(&mut self) -> String {
        if self.dice.percent(2) {
            // A second of which there are few.
            return "2016-12-31T23:59:60Z".to_owned();
        }
        let letter = if self.dice.percent(10) { 't' } else { 'T' };
        format!("{}{letter}{}", self.date(), self.full_time())
    }

    /// ISO 8601 as RFC 3339 appendix A has it.
    pub(super) fn duration(&mut self) -> String {
        let number = self.dice.between(0..=400);
        let other = self.dice.between(0..=59);
        match self.dice.between(0..=6) {
            0 => format!("P{number}D"),
            1 => format!("P{number}W"),
            2 => format!("PT{number}S"),
            3 => format!("PT{number}H{other}M"),
            4 => format!("P1Y{number}M{other}DT{other}H{number}M{other}S"),
            5 => "P0D".to_owned(),
            _ => format!("P{number}Y"),
        }
    }

    /// RFC 9110 §5.6.7 `IMF-fixdate`.
    pub(super) fn http_date(&mut self) -> String {
        let day = self.dice.between(1..=28);
        // The first of February 2021 was a Monday.
        let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
        let name = names.get(day % 7).copied().unwrap_or("Mon");
        let (hour, minute) = (self.dice.between(0..=23), self.dice.between(0..=59));
        format!("{name}, {day:02} Feb 2021 {hour:02}:{minute:02}:00 GMT")
    }
}
