package dev.larder.hub;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;
import okhttp3.Response;
import okio.Buffer;
import okio.Source;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a server, and no longer than until the waiting thread is interrupted: a socket heeds no
 * interrupts, so that one cancels the call. Each method is left with {@link
 * ClosedByInterruptException} then, and the interrupt flag is set.
 */
final class CallWait extends AbstractInterruptibleChannel {

  private final Call call;

  CallWait(Call call) {
    this.call = call;
  }

  /** Waits for the answer's headers. */
  Response answer(AnswerDeadline deadline) throws IOException {
    Response response = null;
    begin();
    try {
      response = deadline.execute();
    } finally {
      end(response);
    }
    return response;
  }

  private void end(@Nullable Response response) throws IOException {
    try {
      end(response != null);
    } catch (ClosedByInterruptException e) {
      if (response != null) {
        response.close();
      }
      // While it connects, OkHttp waits in a way that clears it.
      Thread.currentThread().interrupt();
      throw e;
    }
  }

  /** Waits for some of the answer's bytes; see {@link Source#read}. */
  long read(Source body, Buffer sink, long byteCount) throws IOException {
    boolean completed = false;
    begin();
    try {
      long count = body.read(sink, byteCount);
      completed = true;
      return count;
    } finally {
      end(completed);
    }
  }

  @Override
  protected void implCloseChannel() {
    call.cancel();
  }
}
