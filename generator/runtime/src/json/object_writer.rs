use crate::json::{Encode, OpenMap, UnknownFields, Writer};

/// A member of an object that has a place in its type, to be written.
pub enum Member<'m> {
    /// One that is always there.
    Required(&'static str, &'m dyn Encode),
    /// One that is left out if it is absent.
    Optional(&'static str, &'m dyn Encode),
    /// One that is received and never sent.
    ReadOnly(&'static str, &'m dyn Encode),
}

/// The members of an object that have no place in its type.
pub trait Others {
    /// Writes them, except for those of a name that one of `members` goes by.
    fn write(&self, members: &[Member<'_>], writer: &mut Writer);
}

impl Writer {
    /// Writes an object.
    pub fn object(&mut self, members: &[Member<'_>], others: &dyn Others) {
        self.begin_object();
        for member in members {
            match member {
                Member::Required(name, value) => self.field(name, *value),
                Member::Optional(name, value) => self.optional(name, *value),
                Member::ReadOnly(name, value) => self.read_only(name, *value),
            }
        }
        others.write(members, self);
        self.end_object();
    }

    /// Writes a member that has no place, unless one of `members` goes by its name.
    fn other(&mut self, members: &[Member<'_>], marks: Marks, name: &str, value: &dyn Encode) {
        let mut called = members.iter().filter(|_| marks.may_have(name));
        if !called.any(|member| member.is_called(name, self)) {
            self.field(name, value);
        }
    }
}

/// A bit for each of some names, so that most others are told from them at a glance.
#[derive(Clone, Copy)]
struct Marks(u128);

impl Marks {
    fn of(members: &[Member<'_>]) -> Self {
        let bits = members.iter().map(|member| Self::bit(member.name()));
        Self(bits.fold(0, |all, bit| all | bit))
    }

    fn may_have(self, name: &str) -> bool {
        self.0 & Self::bit(name) != 0
    }

    /// By the length and the first and last byte.
    fn bit(name: &str) -> u128 {
        let end = |byte: Option<&u8>| usize::from(byte.copied().unwrap_or_default());
        let bytes = name.as_bytes();
        1 << ((bytes.len() * 31 + end(bytes.first()) * 7 + end(bytes.last())) % 128)
    }
}

impl Member<'_> {
    fn name(&self) -> &'static str {
        match self {
            Self::Required(name, _) | Self::Optional(name, _) | Self::ReadOnly(name, _) => name,
        }
    }

    /// Whether this has been written by the name, or is held back.
    fn is_called(&self, name: &str, writer: &Writer) -> bool {
        match self {
            Self::Required(own, _) => *own == name,
            Self::Optional(own, value) => *own == name && !value.is_absent(),
            Self::ReadOnly(own, value) => {
                *own == name && (writer.is_for_request() || !value.is_absent())
            }
        }
    }
}

impl Others for UnknownFields {
    fn write(&self, members: &[Member<'_>], writer: &mut Writer) {
        if self.is_empty() {
            return;
        }
        let marks = Marks::of(members);
        for (name, value) in self.iter() {
            writer.other(members, marks, name, value);
        }
    }
}

impl<V: Encode> Others for OpenMap<V> {
    fn write(&self, members: &[Member<'_>], writer: &mut Writer) {
        let marks = Marks::of(members);
        for (name, value) in self {
            writer.other(members, marks, name, value);
        }
        for (name, value) in self.unknown_fields().iter() {
            if !self.contains_key(name) {
                writer.other(members, marks, name, value);
            }
        }
    }
}
