package dev.larder.hub;

import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** The call that a thread is in, so that another thread can end it, and those that follow. */
final class CurrentCall {

  private @Nullable Call call;
  private boolean cancelled;

  synchronized void is(Call next) {
    call = next;
    if (cancelled) {
      next.cancel();
    }
  }

  synchronized void cancel() {
    cancelled = true;
    if (call != null) {
      call.cancel();
    }
  }
}
