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
    fn other(&mut self, members: &[Member<'_>], name: &str, value: &dyn Encode) {
        let mut members = members.iter();
        if !members.any(|member| member.is_called(name, self)) {
            self.field(name, value);
        }
    }
}

impl Member<'_> {
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
        for (name, value) in self.iter() {
            writer.other(members, name, value);
        }
    }
}

impl<V: Encode> Others for OpenMap<V> {
    fn write(&self, members: &[Member<'_>], writer: &mut Writer) {
        for (name, value) in self {
            writer.other(members, name, value);
        }
        for (name, value) in self.unknown_fields().iter() {
            if !self.contains_key(name) {
                writer.other(members, name, value);
            }
        }
    }
}
