use crate::json::{Decoded, Reader, Variants};

/// What failing variants may cost together: so many times the length of the text, and so many bytes more.
const TIMES: usize = 16;
const MORE: usize = 1 << 20;

impl Reader<'_> {
    /// Reads a value of one of several types: `decode` reads it as the variant with an index, or as JSON that is none of
    /// them if there is no such variant. What turns out to be no value of the type that fits best is read as the next
    /// one.
    ///
    /// Unions inside of unions could be read again and again; what that costs has a bound, beyond which values are kept
    /// as JSON.
    ///
    /// # Errors
    /// If the text is no JSON here.
    pub fn union<U>(
        &mut self,
        variants: &'static Variants,
        decode: fn(&mut Self, usize) -> Decoded<U>,
    ) -> Decoded<U> {
        let mark = self.mark();
        let mut order = self.order(variants)?;
        loop {
            let next = match self.may_try() {
                true => self.next_choice(&mut order, variants)?,
                false => None,
            };
            let Some(next) = next else {
                return decode(self, usize::MAX);
            };
            match decode(self, next) {
                Err(fault) if !fault.is_broken() => self.rewind_failed(mark),
                decoded => return decoded,
            }
        }
    }

    /// Whether values that fail have not cost too much.
    fn may_try(&self) -> bool {
        self.failed <= self.text.len().saturating_mul(TIMES).saturating_add(MORE)
    }
}
