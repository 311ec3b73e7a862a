//! Finding copies of registered pictures: resized, compressed again, turned, and in another format; and how often two
//! different pictures are taken for one.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "so a test fails, and says what it measured")]

use jpeg_encoder::{ColorType, Encoder};
use publication_rules::{PictureFacts, Profile, RegisteredPicture, Severity, judge_picture};
use school_types::PurposeId;

/// An invented picture: what a camera sees on a school day, roughly.
#[derive(Clone)]
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 3]>,
}

impl Picture {
    /// Sky or wall, ground, and a group of people somewhere in front; the seed decides everything.
    fn of_group(seed: u64) -> Self {
        let mut chance = fastrand::Rng::with_seed(seed);
        let (width, height) = if chance.bool() { (640, 480) } else { (480, 640) };
        let mut colour = || [chance.f32() * 255.0, chance.f32() * 255.0, chance.f32() * 255.0];
        let (above, below) = (colour(), colour());
        let horizon = height as f32 * (0.3 + 0.4 * chance.f32());
        let slope = chance.f32() * 60.0 - 30.0;
        let mut picture = Self { width, height, pixels: Vec::with_capacity(width * height) };
        for y in 0..height {
            for x in 0..width {
                let base = if (y as f32) < horizon { above } else { below };
                let shade = slope * (x as f32 / width as f32 - 0.5) + 20.0 * (y as f32 / height as f32 - 0.5);
                let grain = chance.f32() * 12.0 - 6.0;
                picture.pixels.push(base.map(|part| (part + shade + grain).clamp(0.0, 255.0)));
            }
        }
        for _ in 0..chance.usize(4..25) {
            let radius = width as f32 * (0.02 + 0.08 * chance.f32());
            let (x, y) = (chance.f32() * width as f32, horizon + (chance.f32() - 0.3) * height as f32 * 0.5);
            let skin = [80.0 + chance.f32() * 150.0, 60.0 + chance.f32() * 120.0, 40.0 + chance.f32() * 100.0];
            let jumper = [chance.f32() * 200.0, chance.f32() * 200.0, chance.f32() * 200.0];
            picture.ellipse(x, y, radius, radius * 1.25, skin);
            picture.ellipse(x, y + radius * 2.6, radius * 1.4, radius * 1.8, jumper);
        }
        picture
    }

    fn ellipse(&mut self, x: f32, y: f32, across: f32, down: f32, colour: [f32; 3]) {
        let (from, to) = ((y - down).max(0.0) as usize, (y + down).clamp(0.0, self.height as f32) as usize);
        for row in from..to {
            let (left, right) = ((x - across).max(0.0) as usize, (x + across).clamp(0.0, self.width as f32) as usize);
            for column in left..right {
                let (dx, dy) = ((column as f32 - x) / across, (row as f32 - y) / down);
                if dx * dx + dy * dy <= 1.0 {
                    self.pixels[row * self.width + column] = colour;
                }
            }
        }
    }

    /// Each new pixel is the mean of the old ones it covers.
    fn resized(&self, width: usize) -> Self {
        let height = (self.height * width / self.width).max(1);
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let span = |at: usize, new: usize, old: usize| {
                    let from = at * old / new;
                    from..((at + 1) * old / new).max(from + 1)
                };
                let mut sum = [0.0; 3];
                let mut count = 0.0;
                for row in span(y, height, self.height) {
                    for column in span(x, width, self.width) {
                        let pixel = self.pixels[row * self.width + column];
                        (0..3).for_each(|part| sum[part] += pixel[part]);
                        count += 1.0;
                    }
                }
                pixels.push(sum.map(|part| part / count));
            }
        }
        Self { width, height, pixels }
    }

    fn brighter(&self, by: f32) -> Self {
        let pixels = self.pixels.iter().map(|pixel| pixel.map(|part| (part * by).min(255.0))).collect();
        Self { pixels, ..self.clone() }
    }

    /// The pixels a camera held sideways stores: the shown picture turned a quarter to the left.
    fn stored_sideways(&self) -> Self {
        let (width, height) = (self.height, self.width);
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for y in 0..height {
            for x in 0..width {
                pixels.push(self.pixels[x * self.width + (self.width - 1 - y)]);
            }
        }
        Self { width, height, pixels }
    }

    fn bytes(&self) -> Vec<u8> {
        self.pixels.iter().flatten().map(|part| part.round() as u8).collect()
    }

    fn jpeg(&self, quality: u8, progressive: bool, orientation: Option<u16>) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, quality);
        encoder.set_progressive(progressive);
        if let Some(orientation) = orientation {
            let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
            exif.extend_from_slice(&orientation.to_be_bytes());
            exif.extend_from_slice(&[0; 6]);
            encoder.add_app_segment(1, exif).unwrap();
        }
        encoder.encode(&self.bytes(), self.width as u16, self.height as u16, ColorType::Rgb).unwrap();
        file
    }

    fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.width as u32, self.height as u32);
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header().unwrap().write_image_data(&self.bytes()).unwrap();
        file
    }

    fn webp(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let encoder = image_webp::WebPEncoder::new(&mut file);
        encoder.encode(&self.bytes(), self.width as u32, self.height as u32, image_webp::ColorType::Rgb8).unwrap();
        file
    }
}

fn registered(file: &[u8]) -> RegisteredPicture {
    let facts = PictureFacts::of("registered", file).unwrap();
    RegisteredPicture { fingerprint: facts.fingerprint, looks: facts.looks, permitted: Vec::new() }
}

fn judged(register: &[RegisteredPicture], file: &[u8]) -> Option<Severity> {
    known(register, &PictureFacts::of("copy", file).unwrap())
}

fn known(register: &[RegisteredPicture], facts: &PictureFacts) -> Option<Severity> {
    let website: PurposeId = "website-group".parse().unwrap();
    judge_picture(facts, register, &website, &Profile::default()).map(|finding| finding.severity)
}

#[test]
fn copies_are_found_and_strangers_are_not() {
    // Ten times as many where the build is optimised.
    let size = if cfg!(debug_assertions) { 6 } else { 60 };
    let pictures: Vec<Picture> = (0..size).map(Picture::of_group).collect();
    let register: Vec<RegisteredPicture> =
        pictures.iter().map(|picture| registered(&picture.jpeg(92, false, None))).collect();
    let told = register.iter().filter(|picture| picture.looks.is_some()).count();
    let (mut copies, mut found) = (0, 0);
    let mut missed: Vec<&str> = Vec::new();
    for (picture, registered) in pictures.iter().zip(&register) {
        let register = std::slice::from_ref(registered);
        assert_eq!(judged(register, &picture.jpeg(92, false, None)), Some(Severity::Stop));
        if registered.looks.is_none() {
            continue;
        }
        let sideways = picture.stored_sideways().jpeg(85, false, Some(6));
        let changed = [
            ("resized to 320", picture.resized(320).jpeg(85, false, None)),
            ("resized to 200", picture.resized(200).jpeg(75, false, None)),
            ("thumbnail of 96", picture.resized(96).jpeg(60, false, None)),
            ("compressed hard", picture.jpeg(30, false, None)),
            ("progressive", picture.jpeg(80, true, None)),
            ("brighter", picture.brighter(1.08).jpeg(85, false, None)),
            ("turned by a mark", sideways),
            ("as PNG", picture.resized(240).png()),
            ("as WebP", picture.resized(240).webp()),
        ];
        for (how, file) in changed {
            copies += 1;
            match judged(register, &file) {
                Some(Severity::Warn) => found += 1,
                _ => missed.push(how),
            }
        }
    }
    let (mut pairs, mut alarms) = (0, 0);
    for seed in 1000..1000 + size * 2 {
        let stranger = Picture::of_group(seed).resized(320).jpeg(85, false, None);
        let stranger = PictureFacts::of("stranger", &stranger).unwrap();
        for registered in &register {
            pairs += 1;
            alarms += usize::from(known(std::slice::from_ref(registered), &stranger).is_some());
        }
    }
    println!("{told} of {} pictures can be told; {found} of {copies} copies found, missed: {missed:?}", register.len());
    println!("{alarms} of {pairs} pairs of different pictures taken for one");
    assert!(told * 20 >= register.len() * 19, "{told} of {}", register.len());
    assert!(found * 100 >= copies * 98, "{found} of {copies}: {missed:?}");
    assert!(alarms * 1000 <= pairs, "{alarms} of {pairs}");
}

#[test]
fn an_even_picture_looks_like_no_other() {
    let blank = |shade: f32| Picture { width: 400, height: 300, pixels: vec![[shade; 3]; 400 * 300] };
    let register = [registered(&blank(250.0).jpeg(90, false, None))];
    assert_eq!(register[0].looks, None);
    assert_eq!(judged(&register, &blank(20.0).jpeg(90, false, None)), None);
}

#[test]
fn what_cannot_be_decoded_is_still_known_by_its_bytes() {
    let mut broken = Picture::of_group(1).jpeg(90, false, None);
    broken.truncate(300);
    let register = [registered(&broken)];
    assert_eq!(register[0].looks, None);
    assert_eq!(judged(&register, &broken), Some(Severity::Stop));
    assert!(PictureFacts::of("text", b"no picture").is_none());
}
