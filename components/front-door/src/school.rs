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
    // Who is not signed in is led from there to where staff sign in.
    let staff = Door::new(Icon::Key, w.front_door_staff(), w.front_door_staff_text(), guest.at("office")?);
    let body = Body::new().with(Heading::page(w.front_door_lead())).with(Doors::new([photos, help, receipt, staff]));
    Ok(guest.page(&guest.chrome(w.front_door_title()).width(Width::Middle).public(), body))
}
