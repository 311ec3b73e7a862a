//! A school's first page.

use pages::{Body, Door, Doors, Heading, Icon, Width};
use reception::{Guest, Problem};
use web::Response;

/// What one can do here. A service has its door when it works, and not before.
pub(crate) fn show(guest: &Guest<'_>) -> Result<Response, Problem> {
    let w = guest.words();
    let photos = Door::new(Icon::Camera, w.front_door_photos(), w.front_door_photos_text(), guest.at("consent")?);
    let receipt = Door::new(Icon::Receipt, w.front_door_receipt(), w.front_door_receipt_text(), guest.at("receipts")?);
    let help = Door::new(Icon::Lifebuoy, w.front_door_help(), w.front_door_help_text(), guest.at("help")?);
    let body = Body::new().with(Heading::page(w.front_door_lead())).with(Doors::new([photos, help, receipt]));
    Ok(guest.page(&guest.chrome(w.front_door_title()).width(Width::Middle).public(), body))
}
