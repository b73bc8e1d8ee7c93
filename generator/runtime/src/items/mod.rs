//! Bodies of JSON texts one after another, as they are sent.

mod body;
