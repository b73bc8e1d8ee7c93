use super::XmlError;

/// Appends a text that stands between tags.
pub(super) fn content(text: &str, to: &mut String) -> Result<(), XmlError> {
    escaped(text, to, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        // A reader takes it for the end of a line (XML 1.0 §2.11).
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// Appends the value of an attribute, which stands between double quotes.
pub(super) fn attribute(text: &str, to: &mut String) -> Result<(), XmlError> {
    escaped(text, to, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        // A reader takes them for spaces (XML 1.0 §3.3.3).
        '\t' => Some("&#9;"),
        '\n' => Some("&#10;"),
        '\r' => Some("&#13;"),
        _ => None,
    })
}

/// Appends CDATA sections: as many as it takes, since none can hold its own end.
pub(super) fn cdata(text: &str, to: &mut String) -> Result<(), XmlError> {
    to.push_str("<![CDATA[");
    for (index, piece) in text.split("]]>").enumerate() {
        if index > 0 {
            to.push_str("]]]]><![CDATA[>");
        }
        escaped(piece, to, |_| None)?;
    }
    to.push_str("]]>");
    Ok(())
}

fn escaped(
    text: &str,
    to: &mut String,
    escape: impl Fn(char) -> Option<&'static str>,
) -> Result<(), XmlError> {
    for character in text.chars() {
        match escape(character) {
            Some(escape) => to.push_str(escape),
            None if is_legal(character) => to.push(character),
            None => {
                let shown = character.escape_unicode();
                return Err(XmlError::new(format!(
                    "XML has no way to say the character `{shown}`"
                )));
            }
        }
    }
    Ok(())
}

/// XML 1.0 §2.2.
fn is_legal(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
