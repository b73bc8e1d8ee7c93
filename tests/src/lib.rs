//! The tests of the whole.

#[cfg(test)]
mod any_bytes;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod consumer;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod emit;
#[cfg(test)]
mod end_to_end;
#[cfg(test)]
mod faulty;
#[cfg(test)]
mod freshness;
#[cfg(test)]
mod mutated;
#[cfg(test)]
mod names;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod parameters;
#[cfg(test)]
mod probes;
#[cfg(test)]
mod program;
#[cfg(test)]
mod random;
#[cfg(test)]
mod replies;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod server;
#[cfg(test)]
mod showcase;
#[cfg(test)]
mod spec;
#[cfg(test)]
mod tidy;
#[cfg(test)]
mod unions;
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
