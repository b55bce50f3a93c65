package dev.larder.hub;

import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;

/**
 * One file on its way into its sink.
 *
 * @param client who asks
 * @param place what is asked for
 * @param request what for
 */
record Download(HttpsClient client, Place place, FetchRequest request) {

  /** Tells from what a server says of a file where exactly it comes from. */
  @FunctionalInterface
  interface Provenance {
    Fetched of(LinkedFile linked) throws FinalFault;
  }

  Fetched run(Provenance provenance) {
    Transfer transfer = new Transfer(client, place, request);
    return client
        .retries(place.url(), request.sink()::size, request.sink()::kept)
        .run(
            () -> {
              try (Answer answer = client.get(place, transfer.nextRequest())) {
                if (!answer.isOfTheFile()) {
                  throw Refusal.of(answer, place);
                }
                transfer.requireFile(answer);
                Fetched fetched = provenance.of(answer.linked());
                transfer.take(answer);
                return fetched;
              }
            });
  }
}
