/// What every stream says of the answer whose `head` it has.
macro_rules! says_its_head {
    ($stream:ident $(<$item:ident>)?) => {
        impl $(<$item>)? $stream $(<$item>)? {
            /// The status of the answer.
            pub fn status(&self) -> http::StatusCode {
                self.head.status
            }

            /// The header fields of the answer.
            pub fn headers(&self) -> &http::HeaderMap {
                &self.head.headers
            }

            /// The id under which the service knows the request.
            pub fn request_id(&self) -> Option<&str> {
                crate::answer::request_id(self.headers())
            }
        }

        impl $(<$item>)? std::fmt::Debug for $stream $(<$item>)? {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter
                    .debug_struct(stringify!($stream))
                    .field("head", &self.head)
                    .finish_non_exhaustive()
            }
        }
    };
}

pub(super) use says_its_head;
