use crate::json::fault::Expected;
use crate::json::{Decode, Encode, Fault, Kind, Reader, Writer};

/// How far an array has been read whose items have a type each.
#[derive(Debug)]
pub struct Items {
    start: usize,
    expected: &'static str,
    ended: bool,
}

impl Reader<'_> {
    /// Enters an array whose items have a type each. `expected` says what it must be, as messages
    /// show it.
    ///
    /// # Errors
    /// If no array begins here, or if it is nested too deep.
    pub fn begin_items(&mut self, expected: &'static str) -> Result<Items, Fault> {
        let start = self.at;
        if self.peek()? != Kind::Array {
            return Err(self.unexpected(Expected::Text(expected)));
        }
        self.begin_array()?;
        Ok(Items {
            start,
            expected,
            ended: false,
        })
    }

    /// The next item, which must be there.
    ///
    /// # Errors
    /// If it is not there, or not of this type.
    pub fn required_item<T: Decode>(&mut self, items: &mut Items) -> Result<T, Fault> {
        match self.optional_item(items)? {
            Some(item) => Ok(item),
            None => Err(Fault::mismatch(items.start, Expected::Text(items.expected))),
        }
    }

    /// The next item, if it is there.
    ///
    /// # Errors
    /// If it is not of this type.
    pub fn optional_item<T: Decode>(&mut self, items: &mut Items) -> Result<Option<T>, Fault> {
        items.ended = items.ended || !self.next_item()?;
        match items.ended {
            true => Ok(None),
            false => T::decode(self).map(Some),
        }
    }

    /// All items that follow.
    ///
    /// # Errors
    /// If one of them is not of this type.
    pub fn further_items<T: Decode>(&mut self, items: &mut Items) -> Result<Vec<T>, Fault> {
        let mut further = Vec::new();
        while let Some(item) = self.optional_item(items)? {
            further.push(item);
        }
        Ok(further)
    }
}

impl Writer {
    /// Writes items that may be absent. One that is absent before another that is there is `null`;
    /// `followed` says that others come behind them.
    pub fn optional_items(&mut self, items: &[&dyn Encode], followed: bool) {
        let last = items.iter().rposition(|item| !item.is_absent());
        let written = match followed {
            true => items.len(),
            false => last.map_or(0, |last| last + 1),
        };
        for item in items.iter().take(written) {
            self.item(*item);
        }
    }
}
