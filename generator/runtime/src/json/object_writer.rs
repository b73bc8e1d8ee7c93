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
    /// Writes them, except for those of a name that the object has already.
    fn write(&self, writer: &mut Writer);
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
        others.write(self);
        self.end_object();
    }
}

impl Others for UnknownFields {
    fn write(&self, writer: &mut Writer) {
        writer.unknown_fields(self);
    }
}

impl<V: Encode> Others for OpenMap<V> {
    fn write(&self, writer: &mut Writer) {
        self.write(writer);
    }
}
