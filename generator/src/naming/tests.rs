mod scope;
mod singular;
mod words;
