//! The program that a generated crate is under its feature `cli`: that of `vercel-rest`, against a real server.

mod running;

mod completion;
mod invoke;
mod people;
mod schemas;
