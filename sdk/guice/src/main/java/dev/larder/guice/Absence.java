package dev.larder.guice;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.GatedException;
import dev.larder.api.NotFetchedException;
import dev.larder.api.OfflineException;
import org.jspecify.annotations.Nullable;

/** What it means that a model cannot be had, in contrast to one that is there and wrong. */
final class Absence {

  private Absence() {}

  /** Whether a failure says no more than that a model is not on this machine and does not come. */
  static boolean isSaidBy(@Nullable Throwable failure) {
    return failure instanceof NotFetchedException
        || failure instanceof DownloadFailedException
        || failure instanceof OfflineException
        || failure instanceof GatedException;
  }
}
