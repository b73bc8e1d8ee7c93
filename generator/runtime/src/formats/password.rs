use std::fmt;

use super::open_text::{any_text, kept_text};

/// A secret (`password`), as the text that came. It never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Password(Box<str>);

kept_text!(Password);
any_text!(Password);

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}
