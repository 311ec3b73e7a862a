//! Bindings generated from `wit/`: the interfaces Spin's SDK imports besides WASI.

#[allow(missing_docs, unreachable_pub)] // generated
mod generated {
    wasmtime::component::bindgen!({
        path: "wit",
        world: "platform",
        imports: { default: async | trappable },
        with: {
            "spin:key-value/key-value.store": crate::host::key_value::OpenStore,
            "wasi:keyvalue/store.bucket": crate::host::key_value::OpenStore,
            "wasi:keyvalue/atomics.cas": crate::host::wasi_keyvalue::NoSwap,
        },
    });
}

pub(super) use generated::{Platform, spin, wasi};
