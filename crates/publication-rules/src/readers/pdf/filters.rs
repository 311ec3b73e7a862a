//! Stream filters (ISO 32000-1 7.4), each bounded by what may still be inflated.

use std::{borrow::Cow, rc::Rc};

use miniz_oxide::inflate::{DecompressError, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

use super::syntax::{Dict, Object, hex, is_space};
use crate::finding::Why;

/// Inflates zlib or bare deflate data up to `limit` bytes; of damaged data, what came out before the damage.
///
/// # Errors
/// [`Why::TooMuchInside`] beyond the limit, [`Why::Damaged`] where nothing comes out.
pub(crate) fn inflate(data: &[u8], limit: usize) -> Result<Vec<u8>, Why> {
    let settle = |error: DecompressError| {
        if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput {
            Err(Why::TooMuchInside)
        } else if error.output.is_empty() {
            Err(Why::Damaged)
        } else {
            Ok(error.output)
        }
    };
    match decompress_to_vec_zlib_with_limit(data, limit).or_else(settle) {
        Err(Why::Damaged) => decompress_to_vec_with_limit(data.get(2..).unwrap_or_default(), limit).or_else(settle),
        other => other,
    }
}

/// A filter's name and its parameters.
pub(super) type Filter = (Vec<u8>, Option<Rc<Dict>>);

/// More filters than this on one stream are an attack.
pub(super) const MOST_FILTERS: usize = 8;

/// Runs a stream's filters.
///
/// # Errors
/// [`Why::TooMuchInside`] beyond `limit`; [`Why::Damaged`] for filters of pictures and those unknown.
pub(super) fn decode(raw: &[u8], filters: &[Filter], limit: usize) -> Result<Vec<u8>, Why> {
    let mut data = Cow::Borrowed(raw);
    if filters.len() > MOST_FILTERS {
        return Err(Why::TooDeep);
    }
    for (name, parameters) in filters {
        data = Cow::Owned(match name.as_slice() {
            b"FlateDecode" | b"Fl" => predict(inflate(&data, limit)?, parameters.as_deref()),
            b"LZWDecode" | b"LZW" => {
                let early =
                    parameters.as_deref().and_then(|dict| dict.get(b"EarlyChange")).and_then(Object::index) != Some(0);
                predict(lzw(&data, early, limit)?, parameters.as_deref())
            }
            b"ASCIIHexDecode" | b"AHx" => ascii_hex(&data),
            b"ASCII85Decode" | b"A85" => ascii_85(&data),
            b"RunLengthDecode" | b"RL" => run_length(&data, limit)?,
            _ => return Err(Why::Damaged),
        });
        if data.len() > limit {
            return Err(Why::TooMuchInside);
        }
    }
    if data.len() > limit {
        return Err(Why::TooMuchInside);
    }
    Ok(data.into_owned())
}

fn ascii_hex(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| hex(*byte)).collect();
    digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
}

fn ascii_85(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len());
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for byte in data.iter().copied().filter(|byte| !is_space(*byte)) {
        match byte {
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            _ => break,
        }
        if group.len() == 5 {
            let value = group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit));
            out.extend(value.to_be_bytes());
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        let value = group.iter().fold(0_u32, |value, digit| value.wrapping_mul(85).wrapping_add(*digit));
        out.extend(&value.to_be_bytes()[..kept]);
    }
    out
}

fn run_length(data: &[u8], limit: usize) -> Result<Vec<u8>, Why> {
    let (mut out, mut at) = (Vec::new(), 0);
    while let Some(length) = data.get(at).copied().filter(|length| *length != 128) {
        if length < 128 {
            let end = (at + 2 + usize::from(length)).min(data.len());
            out.extend_from_slice(data.get(at + 1..end).unwrap_or_default());
            at = end;
        } else {
            let Some(byte) = data.get(at + 1) else { break };
            out.extend(std::iter::repeat_n(*byte, 257 - usize::from(length)));
            at += 2;
        }
        if out.len() > limit {
            return Err(Why::TooMuchInside);
        }
    }
    Ok(out)
}

/// LZW of variable width, 9 to 12 bits, 256 clears and 257 ends.
fn lzw(data: &[u8], early: bool, limit: usize) -> Result<Vec<u8>, Why> {
    let mut out: Vec<u8> = Vec::new();
    // Each entry is a piece of the output already written.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let (mut width, mut bits, mut held) = (9_u32, 0_u32, 0_u32);
    let mut last: Option<(usize, usize)> = None;
    for byte in data {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits < width {
            continue;
        }
        bits -= width;
        let code = (held >> bits) as usize & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        match code {
            256 => {
                table.clear();
                width = 9;
                last = None;
                continue;
            }
            257 => break,
            _ => {}
        }
        let start = out.len();
        if code < 256 {
            out.push(code as u8);
        } else if let Some((from, length)) = table.get(code - 258).copied() {
            out.extend_from_within(from..from + length);
        } else if let Some((from, length)) = last {
            out.extend_from_within(from..from + length);
            let first = out.get(start).copied().unwrap_or(0);
            out.push(first);
        } else {
            break;
        }
        if let Some((from, length)) = last {
            // The last piece and the first byte of this one stand next to each other in the output.
            table.push((from, length + 1));
        }
        last = Some((start, out.len() - start));
        let next = table.len() + 258 + usize::from(early) + usize::from(last.is_some()) - 1;
        width = match next + 1 {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
        if out.len() > limit {
            return Err(Why::TooMuchInside);
        }
    }
    Ok(out)
}

/// Takes back a predictor: PNG's (10 and above) or TIFF's (2) with bytes as samples.
fn predict(data: Vec<u8>, parameters: Option<&Dict>) -> Vec<u8> {
    let number = |key: &[u8], default: usize| {
        parameters.and_then(|dict| dict.get(key)).and_then(Object::index).unwrap_or(default)
    };
    let predictor = number(b"Predictor", 1);
    if predictor < 2 {
        return data;
    }
    let pixel = (number(b"Colors", 1).min(64) * number(b"BitsPerComponent", 8).min(64)).div_ceil(8).max(1);
    let row =
        (number(b"Columns", 1).min(1 << 20) * number(b"Colors", 1).min(64) * number(b"BitsPerComponent", 8).min(64))
            .div_ceil(8)
            .clamp(1, data.len().max(1));
    if predictor == 2 {
        let mut data = data;
        for line in data.chunks_mut(row) {
            for at in pixel..line.len() {
                line[at] = line[at].wrapping_add(line[at - pixel]);
            }
        }
        return data;
    }
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; row];
    for line in data.chunks(row + 1) {
        let Some((kind, line)) = line.split_first() else { break };
        let mut current = line.to_vec();
        for at in 0..current.len() {
            let left = at.checked_sub(pixel).map_or(0, |at| current[at]);
            let corner = at.checked_sub(pixel).map_or(0, |at| above[at]);
            let add = match kind {
                1 => left,
                2 => above[at],
                3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                4 => paeth(left, above[at], corner),
                _ => 0,
            };
            current[at] = current[at].wrapping_add(add);
        }
        out.extend_from_slice(&current);
        current.resize(row, 0);
        above = current;
    }
    out
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let guess = a + b - c;
    let (da, db, dc) = ((guess - a).abs(), (guess - b).abs(), (guess - c).abs());
    if da <= db && da <= dc {
        left
    } else if db <= dc {
        above
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_come_out_as_they_went_in() {
        assert_eq!(ascii_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(ascii_hex(b"48 65 6C6c6F>"), b"Hello");
        assert_eq!(run_length(&[2, b'a', b'b', b'c', 254, b'd', 128], 100).unwrap(), b"abcddd");
        // The example of ISO 32000-1 7.4.4.2.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw(&packed, true, 100).unwrap(), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 1 << 20], 9);
        assert_eq!(inflate(&bomb, 1 << 16), Err(Why::TooMuchInside));
    }
}
