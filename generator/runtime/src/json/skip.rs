use crate::json::scan::plain_length;
use crate::json::{Fault, Kind, Reader};

/// Values from this length on are not skipped byte by byte a second time.
const LONG: usize = 1024;

impl Reader<'_> {
    /// Moves behind the next value without looking at what its strings hold; whoever does this
    /// reads the value again. Unions within unions skip the same values at each level, which takes
    /// no longer than once, since the ends of long ones are remembered.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        match self.peek()? {
            Kind::Null => self.word("null"),
            Kind::Bool => self.bool().map(|_| ()),
            Kind::Number => self.number_text("a number").map(|_| ()),
            Kind::String | Kind::Array | Kind::Object => self.skip_long(),
        }
    }

    fn skip_long(&mut self) -> Result<(), Fault> {
        let start = self.at;
        if let Some(end) = self.ends.get(&start) {
            self.at = *end;
            return Ok(());
        }
        match self.byte() {
            Some(b'[') => self.skip_array()?,
            Some(b'{') => self.skip_object()?,
            Some(_) | None => self.skip_string()?,
        }
        if self.at - start >= LONG {
            self.ends.insert(start, self.at);
        }
        Ok(())
    }

    fn skip_array(&mut self) -> Result<(), Fault> {
        self.begin_array()?;
        while self.next_item()? {
            self.skip()?;
        }
        Ok(())
    }

    fn skip_object(&mut self) -> Result<(), Fault> {
        self.begin_object("")?;
        while self.next_key()?.is_some() {
            self.skip()?;
        }
        Ok(())
    }

    fn skip_string(&mut self) -> Result<(), Fault> {
        self.at += 1;
        loop {
            self.at += plain_length(self.rest());
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') if self.at + 1 < self.text.len() => self.at += 2,
                Some(_) | None => return Err(Fault::broken(self.at, "a legal string")),
            }
        }
    }
}
