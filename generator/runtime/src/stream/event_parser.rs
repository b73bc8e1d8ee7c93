use bytes::{Buf, Bytes};

use super::{Event, TooLong};

/// Reads events from what arrives, in pieces of whatever size (HTML §9.2.6).
#[derive(Debug)]
pub struct EventParser {
    limit: usize,
    /// The beginning of a line whose end has not arrived.
    line: Vec<u8>,
    /// The last byte was a carriage return: a line feed next is part of the same end of a line.
    after_return: bool,
    /// No line was read yet: the first may begin with a byte order mark.
    at_start: bool,
    /// The event whose end has not arrived.
    event: Event,
    has_data: bool,
    last_event_id: String,
    reconnection_time: Option<u64>,
}

impl EventParser {
    /// A parser that keeps at most `limit` bytes of an event.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            line: Vec::new(),
            after_return: false,
            at_start: true,
            event: Event::default(),
            has_data: false,
            last_event_id: String::new(),
            reconnection_time: None,
        }
    }

    /// The next event that ends in `arrived`, which is shortened by what was used of it.
    ///
    /// # Errors
    /// When an event has more than `limit` bytes.
    pub fn next(&mut self, arrived: &mut Bytes) -> Result<Option<Event>, TooLong> {
        while !arrived.is_empty() {
            if std::mem::take(&mut self.after_return) && arrived.starts_with(b"\n") {
                arrived.advance(1);
                continue;
            }
            let is_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
            let Some(end) = arrived.iter().position(is_end) else {
                let rest = arrived.split_to(arrived.len());
                self.keep(&rest)?;
                break;
            };
            self.keep(&arrived.split_to(end))?;
            self.after_return = arrived.starts_with(b"\r");
            arrived.advance(1);
            let event = self.line()?;
            if event.is_some() {
                return Ok(event);
            }
        }
        Ok(None)
    }

    /// Begins anew, as after a connection was lost: an event whose end has not arrived is dropped, as the standard says;
    /// the id of the last one and the time to wait are kept.
    pub fn restart(&mut self) {
        self.line.clear();
        self.after_return = false;
        self.at_start = true;
        self.event = Event::default();
        self.has_data = false;
    }

    /// Whether what arrived last is the beginning of a character.
    pub fn is_within_character(&self) -> bool {
        let cut = str::from_utf8(&self.line).err();
        cut.is_some_and(|error| error.error_len().is_none())
    }

    /// The id of the last event that had one; empty: there was none, or it was taken back.
    pub fn last_event_id(&self) -> &str {
        &self.last_event_id
    }

    /// How long to wait before the stream is resumed, in milliseconds.
    pub fn reconnection_time(&self) -> Option<u64> {
        self.reconnection_time
    }

    fn keep(&mut self, piece: &[u8]) -> Result<(), TooLong> {
        let kept = self.line.len().saturating_add(self.event.data.len());
        if piece.len() > self.limit.saturating_sub(kept) {
            return Err(TooLong);
        }
        self.line.extend_from_slice(piece);
        Ok(())
    }

    /// Takes a whole line in.
    fn line(&mut self) -> Result<Option<Event>, TooLong> {
        let line = std::mem::take(&mut self.line);
        let mut bytes = line.as_slice();
        if std::mem::take(&mut self.at_start) {
            bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        }
        let event = if bytes.is_empty() {
            self.dispatch()
        } else {
            let text = String::from_utf8_lossy(bytes);
            let (name, value) = text.split_once(':').unwrap_or((&text, ""));
            self.field(name, value.strip_prefix(' ').unwrap_or(value));
            None
        };
        // Its room serves the next line.
        self.line = line;
        self.line.clear();
        // Characters that are none became longer ones.
        if self.event.data.len() > self.limit.saturating_mul(3) {
            return Err(TooLong);
        }
        Ok(event)
    }

    /// A comment is a field without a name.
    fn field(&mut self, name: &str, value: &str) {
        match name {
            "event" => self.event.event = Some(value.to_owned()).filter(|name| !name.is_empty()),
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.has_data = true;
                self.event.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.event.id = Some(value.to_owned()),
            "retry" if is_number(value) => {
                let time = value.parse().unwrap_or(u64::MAX);
                self.event.retry = Some(time);
                self.reconnection_time = Some(time);
            }
            _ => {}
        }
    }

    /// The end of an event; one without data is none.
    fn dispatch(&mut self) -> Option<Event> {
        let event = std::mem::take(&mut self.event);
        if let Some(id) = &event.id {
            self.last_event_id.clone_from(id);
        }
        std::mem::take(&mut self.has_data).then_some(event)
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
