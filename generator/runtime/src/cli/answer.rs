use crate::cli::{Refusal, Reply, Shown};
use crate::json::{Encode, RawJson, Writer};

/// What a line is answered by.
#[derive(Debug)]
pub(super) enum Answer {
    /// A value.
    Value(RawJson),
    /// One item of what an operation answers.
    Item(Shown),
    /// What an operation answered.
    Reply(Reply),
    /// It was not done.
    Refused(Refusal),
}

impl Answer {
    /// The answer as a line of JSON.
    pub(super) fn to_line(&self) -> String {
        let mut writer = Writer::new();
        self.encode(&mut writer);
        // Of texts and what has been written before there is nothing that JSON could not express.
        writer.finish().unwrap_or_default() + "\n"
    }
}

impl Encode for Answer {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_object();
        match self {
            Self::Value(value) => {
                writer.field("ok", &true);
                writer.field("value", value);
            }
            Self::Item(item) => writer.field("item", item),
            Self::Reply(reply) => {
                writer.field("ok", &true);
                reply.write(writer);
            }
            Self::Refused(refusal) => {
                writer.field("ok", &false);
                refusal.write(writer);
            }
        }
        writer.end_object();
    }
}
