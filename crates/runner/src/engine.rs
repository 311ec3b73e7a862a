//! The Wasmtime engine: pooled instances, compiled components kept on disk, and a tick that interrupts busy loops.

use std::{path::Path, time::Duration};
use wasmtime::{Cache, CacheConfig, Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig};

/// How often a busy component is interrupted, to let others run and its time limit be seen.
const TICK: Duration = Duration::from_millis(10);

/// The most instances at once. Each may consist of several modules, with a memory and a table or two each.
pub(crate) const INSTANCES: u32 = 1_000;

/// How much of a finished instance's memory is kept and zeroed instead of given back: most requests use no more.
const KEPT_MEMORY: usize = 512 * 1024;

/// Makes the engine. Compiled components are kept in the user's cache folder, or in `state_dir` if there is none; the key
/// is their content, Wasmtime's version and the settings below.
///
/// # Errors
/// The machine does not let the pool reserve its address space, or no folder can be written.
pub(crate) fn start(state_dir: &Path, memory_limit: usize) -> wasmtime::Result<Engine> {
    let mut pool = PoolingAllocationConfig::default();
    pool.total_component_instances(INSTANCES)
        .total_core_instances(INSTANCES * 8)
        .total_memories(INSTANCES * 2)
        .total_tables(INSTANCES * 8)
        .total_stacks(INSTANCES * 4)
        .max_core_instances_per_component(200)
        .max_memories_per_component(20)
        .max_tables_per_component(60)
        .max_memory_size(memory_limit)
        .max_component_instance_size(1024 * 1024)
        .max_core_instance_size(256 * 1024)
        .linear_memory_keep_resident(KEPT_MEMORY)
        .table_keep_resident(KEPT_MEMORY / 8);
    let mut config = Config::new();
    config
        .wasm_component_model_async(true)
        .epoch_interruption(true)
        .cache(Some(cache(state_dir)?))
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    let engine = Engine::new(&config)?;
    tick(&engine)?;
    Ok(engine)
}

fn cache(state_dir: &Path) -> wasmtime::Result<Cache> {
    Cache::new(CacheConfig::new()).or_else(|_| {
        let mut config = CacheConfig::new();
        config.with_directory(std::path::absolute(state_dir)?.join("compiled"));
        Cache::new(config)
    })
}

/// Advances the engine's epoch until the engine is gone.
fn tick(engine: &Engine) -> wasmtime::Result<()> {
    let engine = engine.weak();
    std::thread::Builder::new().name("epoch".to_owned()).spawn(move || {
        while let Some(engine) = engine.upgrade() {
            engine.increment_epoch();
            drop(engine);
            std::thread::sleep(TICK);
        }
    })?;
    Ok(())
}
