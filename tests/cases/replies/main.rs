//! Calls every operation of `api.yaml` and says what came back, one line a call.

use std::fmt::Debug;

use replies::{CallOptions, Client, Error, Failure, OperationError, Response};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    let url = std::env::args().nth(1).unwrap_or_default();
    let client = Client::builder().base_url(&url).max_attempts(1).build()?;
    let api = client.operations();
    for _ in 0..8 {
        say(api.get_avatar().send_with_response().await);
    }
    say(api.get_avatar().accept("image/png").send_with_response().await);
    for _ in 0..2 {
        say(api.get_count().send_with_response().await);
    }
    say(api.get_state().send_with_response().await);
    for _ in 0..2 {
        say(api.get_name().send_with_response().await);
    }
    say(api.get_any().send_with_response().await);
    say(api.get_image().send_with_response().await);
    let archive = api.get_archive().send_with_response().await;
    if let Ok(response) = &archive {
        println!("{:?}", response.declared_headers::<replies::operations::GetArchiveHeaders>());
    }
    say(archive);
    for _ in 0..4 {
        say(api.start_job().send_with_response().await);
    }
    say(api.check_job().send_with_response().await);
    for _ in 0..2 {
        say(api.get_maybe().send_with_response().await);
    }
    for _ in 0..3 {
        let fields = api.get_fields().send_with_response().await;
        match &fields {
            Ok(response) => {
                let declared = response.declared_headers::<replies::operations::GetFieldsHeaders>();
                match declared {
                    Ok(declared) => println!("{declared:?}"),
                    Err(error) => println!("{error}"),
                }
            }
            Err(OperationError::Api(failure)) => println!("{:?}", reset(failure)),
            Err(error) => println!("{error}"),
        }
        say(fields);
    }
    Ok(())
}

fn reset<E>(failure: &Failure<E>) -> Option<i64> {
    let declared = failure.declared_headers::<replies::operations::GetFieldsErrorHeaders>();
    declared.ok().map(|declared| declared.x_reset)
}

fn say<T: Debug, E: Debug>(outcome: Result<Response<T>, OperationError<E>>) {
    match outcome {
        Ok(response) => println!("{} {:?}", response.status().as_u16(), response.body()),
        Err(OperationError::Api(failure)) => {
            println!("{} failed {:?}", failure.status().as_u16(), failure.body());
        }
        Err(error) => println!("{error}"),
    }
}
