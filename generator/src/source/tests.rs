mod locate;
mod paths;
mod read;
