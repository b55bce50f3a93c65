package dev.larder.hub;

import java.time.Duration;

/** Lets time pass between two tries. */
@FunctionalInterface
interface Pause {

  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void take(Duration duration) throws InterruptedException;
}
