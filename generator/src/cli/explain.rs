use super::arguments::{Explain, Look, StageName};
use super::console::Console;
use super::exit::Exit;
use super::input::{Opened, open};
use super::refusal::Refusal;
use crate::Stage;
use crate::diagnostic::{Code, suggest};

/// Prints what a code means, or what one stage made of a description.
pub(super) fn explain(console: &mut Console<'_>, wanted: &Explain) -> Exit {
    let told = match wanted {
        Explain::Code(code) => page(console, code),
        Explain::Look(look) => stage_of(console, look),
    };
    told.unwrap_or_else(|refusal| {
        console.refuse(&refusal);
        Exit::Failed
    })
}

/// The page of a code.
fn page(console: &mut Console<'_>, name: &str) -> Result<Exit, Refusal> {
    let names = || Code::ALL.iter().map(|code| code.as_str());
    let Some(code) = Code::ALL.iter().find(|code| code.as_str() == name) else {
        let refusal = Refusal::new(format!("there is no code `{name}`"));
        return Err(match suggest(name, names()) {
            Some(near) => refusal.help(format!("there is `{near}`")),
            None => refusal.help(format!(
                "there are {}",
                names().collect::<Vec<_>>().join(", ")
            )),
        });
    };
    console.print(code.page())?;
    Ok(Exit::Fine)
}

/// The outcome of a stage.
fn stage_of(console: &mut Console<'_>, wanted: &Look) -> Result<Exit, Refusal> {
    let Opened {
        mut sources,
        config,
        remarks,
        ..
    } = open(&wanted.input)?;
    remarks.iter().for_each(|remark| console.warn(remark));
    match crate::explain(
        &mut sources,
        &config,
        stage(wanted.stage),
        wanted.only.as_deref(),
    ) {
        Ok(text) if text.is_empty() => Err(nothing(wanted.only.as_deref())),
        Ok(mut text) => {
            if !text.ends_with('\n') {
                text.push('\n');
            }
            console.print(&text)?;
            Ok(Exit::Fine)
        }
        Err(failed) => {
            console.draw(&failed.diagnostics, &sources);
            Ok(Exit::Failed)
        }
    }
}

fn nothing(only: Option<&str>) -> Refusal {
    match only {
        Some(name) => Refusal::new(format!("nothing is called `{name}` at this stage"))
            .help("leave `--only` out to see what there is"),
        None => Refusal::new("there is nothing at this stage"),
    }
}

fn stage(name: StageName) -> Stage {
    match name {
        StageName::Document => Stage::Document,
        StageName::Resolved => Stage::Resolved,
        StageName::Ir => Stage::Ir,
        StageName::Plan => Stage::Plan,
    }
}
