use crate::json::Writer;
use crate::json::encode_error::Problem;

/// Integers up to this have no more than 15 digits, which tell every `f64` of as many digits from
/// its neighbours.
const FIFTEEN_DIGITS: f64 = 1e15;
/// The largest integer up to which every integer is an `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Powers of ten for as many digits behind the point as prices, measures and coordinates have.
const SCALES: [f64; 6] = [1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

impl Writer {
    /// Writes a number of 64 bits by the fewest digits that tell it from its neighbours.
    pub fn float(&mut self, value: f64) {
        if value.fract() == 0.0
            && value.abs() <= EXACT
            && (value != 0.0 || value.is_sign_positive())
        {
            self.integer(value as i64);
        } else if !self.decimal(value) {
            self.shortest(value.is_finite(), format_args!("{value:?}"));
        }
    }

    /// Writes a number of 32 bits by the fewest digits that tell it from its neighbours.
    pub fn float32(&mut self, value: f32) {
        if value.fract() == 0.0 {
            self.float(value.into());
        } else {
            self.shortest(value.is_finite(), format_args!("{value:?}"));
        }
    }

    /// Writes a number of few digits. An integer divided by a power of ten is rounded as its
    /// decimal is when it is read; if this gives the number, its digits are these.
    fn decimal(&mut self, value: f64) -> bool {
        let absolute = value.abs();
        // Of what does not fit into 64 bits, nothing comes of it.
        let digits = |scale: f64| (absolute * scale + 0.5) as u64 as f64;
        let scales = SCALES.iter().zip(1..);
        let mut fitting = scales.filter(|(scale, _)| digits(**scale) / **scale == absolute);
        let Some((scale, places)) = fitting.next() else {
            return false;
        };
        if absolute == 0.0 || digits(*scale) >= FIFTEEN_DIGITS {
            return false;
        }
        let (digits, scale) = (digits(*scale) as u64, *scale as u64);
        self.sign(value < 0.0);
        self.natural(digits / scale);
        self.point();
        self.digits(digits % scale, places);
        true
    }

    fn shortest(&mut self, finite: bool, value: std::fmt::Arguments<'_>) {
        if finite {
            self.display(value);
        } else {
            self.fail(Problem::NotFinite);
        }
    }
}
