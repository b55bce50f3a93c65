package dev.larder.hub;

import java.util.concurrent.CancellationException;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Heeds what OkHttp forgets: when a call is cancelled after it is connected and before it shakes
 * hands, nothing ends the wait for the server's part of that, and cancelling again does nothing.
 */
final class LateCancel extends EventListener {

  /**
   * @throws CancellationException if the call is cancelled; OkHttp closes the connection then
   */
  @Override
  public void secureConnectStart(Call call) {
    if (call.isCanceled()) {
      throw new CancellationException("It was cancelled before the handshake");
    }
  }
}
