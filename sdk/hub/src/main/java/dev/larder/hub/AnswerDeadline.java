package dev.larder.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.AsyncTimeout;

/** Ends a call whose answer does not begin. The body may take as long as it needs. */
final class AnswerDeadline extends AsyncTimeout {

  private final Call call;
  private final Duration limit;

  /**
   * @param limit for connecting, asking, and the answer's headers together
   */
  AnswerDeadline(Call call, Duration limit) {
    this.call = call;
    this.limit = limit;
    timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  Response execute() throws IOException {
    enter();
    try {
      Response response = answer();
      exit();
      return response;
    } catch (IOException e) {
      throw exit()
          ? PassingFault.tryAgain(
              "the server did not answer within %d s".formatted(limit.toSeconds()))
          : e;
    }
  }

  private Response answer() throws IOException {
    try {
      return call.execute();
    } catch (CancellationException e) {
      throw new IOException("Canceled", e);
    }
  }

  @Override
  protected void timedOut() {
    call.cancel();
  }
}
