use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::FormatError;
use super::open_text::{any_text, checked_text, compared_by, kept_text, shown_text};

/// An address of IPv4 or IPv6, as the text that came.
///
/// Any text can be made into one, and comes back as it is; `"…".parse()` takes only an address. They are equal if they
/// are the same address, however it is written, and come in the order of addresses; texts that are none come last and
/// are compared as texts.
#[derive(Clone)]
pub struct Ip(Box<str>);

kept_text!(Ip);
shown_text!(Ip);
any_text!(Ip);
checked_text!(Ip, to_ip);
compared_by!(Ip, address);

impl Ip {
    /// The address.
    ///
    /// # Errors
    ///
    /// If the text is none.
    pub fn to_ip(&self) -> Result<IpAddr, FormatError> {
        self.address()
            .ok_or_else(|| FormatError::new("an IP address", self.as_str()))
    }

    fn address(&self) -> Option<IpAddr> {
        self.as_str().parse().ok()
    }
}

macro_rules! from_addresses {
    ($($address:ty)*) => {
        $(impl From<$address> for Ip {
            fn from(address: $address) -> Self {
                Self(address.to_string().into())
            }
        })*
    };
}

from_addresses!(IpAddr Ipv4Addr Ipv6Addr);
