package dev.larder.core.engine;

import dev.larder.api.Engine;

/**
 * The right to use an opened engine that others may use, too.
 *
 * @param engine the engine; not to be closed itself
 * @param release gives the right back; to be run once
 */
record EngineLease<E extends Engine>(E engine, Runnable release) {}
