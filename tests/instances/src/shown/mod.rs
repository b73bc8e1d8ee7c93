//! Every instance is such, and of many each kind is among them.

mod compositions;
mod hostile;
mod judging;
mod schemas;
mod tabled;
