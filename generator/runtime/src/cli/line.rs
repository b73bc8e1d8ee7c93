use crate::json::{Decode, Decoded, Json, JsonObject, Map, RawJson, Reader};

/// What a line asks for. What it says beside this is for nobody.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The operation to call.
    pub(super) operation: Option<String>,
    /// The values of its parameters.
    pub(super) parameters: Parameters,
    /// The body, as it was written: its type is to see every digit of it.
    pub(super) body: Option<RawJson>,
    /// The media type of the body.
    pub(super) content_type: Option<String>,
    /// The media types that the answer may have.
    pub(super) accept: Option<String>,
    /// The credentials by the names of their schemes.
    pub(super) security: Option<JsonObject>,
    /// Where the request goes.
    pub(super) base_url: Option<String>,
    /// The values of the variables of the server's URL.
    pub(super) server_variables: Map<Json>,
    /// How many seconds the call may take.
    pub(super) timeout: Option<f64>,
    /// How often the request may be sent at most.
    pub(super) max_attempts: Option<u32>,
    /// The schema whose value is read and written.
    pub(super) schema: Option<String>,
    /// The value, as it was written.
    pub(super) value: Option<RawJson>,
}

/// The values of parameters, by their names on the wire.
#[derive(Debug, Default)]
pub(super) struct Parameters {
    pub(super) path: Map<RawJson>,
    pub(super) query: Map<RawJson>,
    pub(super) querystring: Map<RawJson>,
    pub(super) header: Map<RawJson>,
    pub(super) cookie: Map<RawJson>,
}

impl Decode for Line {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let mut line = Self::default();
        reader.begin_object("")?;
        while let Some(name) = reader.next_key()? {
            match &*name {
                "operation" => line.operation = Decode::decode(reader)?,
                "parameters" => line.parameters = or_default(reader)?,
                "body" => line.body = Some(Decode::decode(reader)?),
                "content_type" => line.content_type = Decode::decode(reader)?,
                "accept" => line.accept = Decode::decode(reader)?,
                "security" => line.security = Decode::decode(reader)?,
                "base_url" => line.base_url = Decode::decode(reader)?,
                "server_variables" => line.server_variables = or_default(reader)?,
                "timeout" => line.timeout = Decode::decode(reader)?,
                "max_attempts" => line.max_attempts = Decode::decode(reader)?,
                "schema" => line.schema = Decode::decode(reader)?,
                "value" => line.value = Some(Decode::decode(reader)?),
                _ => _ = RawJson::decode(reader)?,
            }
        }
        Ok(line)
    }
}

impl Decode for Parameters {
    fn decode(reader: &mut Reader<'_>) -> Decoded<Self> {
        let mut parameters = Self::default();
        reader.begin_object("")?;
        while let Some(name) = reader.next_key()? {
            match &*name {
                "path" => parameters.path = or_default(reader)?,
                "query" => parameters.query = or_default(reader)?,
                "querystring" => parameters.querystring = or_default(reader)?,
                "header" => parameters.header = or_default(reader)?,
                "cookie" => parameters.cookie = or_default(reader)?,
                _ => _ = RawJson::decode(reader)?,
            }
        }
        Ok(parameters)
    }
}

/// A value, or that of nothing at all where there is `null`.
fn or_default<T: Decode + Default>(reader: &mut Reader<'_>) -> Decoded<T> {
    Option::<T>::decode(reader).map(Option::unwrap_or_default)
}
