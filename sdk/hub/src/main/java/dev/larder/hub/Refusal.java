package dev.larder.hub;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Tells passing faults from final ones, in answers that are not the file. */
final class Refusal {

  /** For instance {@code "resolvers";r=0;t=166}: requests left, seconds until there are more. */
  private static final Pattern USED_UP = Pattern.compile("\"[^\"]*\";\\s*r=0;\\s*t=([0-9]{1,6})");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  /** What networks say that show a page of their own first. */
  private static final int SIGN_IN_FIRST = 511;

  private static final int WITHHELD = 451;

  private Refusal() {}

  static IOException of(Answer answer, Place place) {
    int status = answer.status();
    if (answer.foreign() && status == 403 && answer.header("X-Error-Code") == null) {
      // A signed address that has expired; the hub gives a new one.
      return PassingFault.tryAgainAtOnce(text(answer));
    }
    if (status == WITHHELD) {
      return new FinalFault(
          text(answer) + ", the file is withheld for legal reasons",
          "name another source of the model, or another model; whoever runs the server knows the"
              + " reasons");
    }
    if (status != 408 && status != 429 && status < 500) {
      return place.refusal(answer);
    }
    Duration wait = wanted(answer);
    if (status == SIGN_IN_FIRST) {
      return new PassingFault(
          text(answer) + ", this network wants a sign-in first", wait, Portal.REMEDY);
    }
    String problem =
        text(answer) + (wait == null ? "" : ", try again in " + wait.toSeconds() + " s");
    return status == 429 || status == 503
        ? new BusyFault(problem, wait)
        : new PassingFault(problem, wait);
  }

  /** The status, and where it is not who was asked, who answers. */
  static String text(Answer answer) {
    return "HTTP "
        + answer.status()
        + (answer.foreign() ? " from " + answer.response().request().url().host() : "");
  }

  private static @Nullable Duration wanted(Answer answer) {
    String rateLimit = answer.header("RateLimit");
    Matcher usedUp = USED_UP.matcher(rateLimit == null ? "" : rateLimit);
    if (answer.status() == 429 && usedUp.find()) {
      return Duration.ofSeconds(Long.parseLong(usedUp.group(1)) + 1);
    }
    String retryAfter = answer.header("Retry-After");
    if (retryAfter != null && SECONDS.matcher(retryAfter).matches()) {
      return Duration.ofSeconds(Long.parseLong(retryAfter));
    }
    return untilDate(answer.response().headers());
  }

  /** By the server's own clock where it tells the time, since ours may go wrong. */
  private static @Nullable Duration untilDate(Headers headers) {
    Instant then = headers.getInstant("Retry-After");
    Instant now = headers.getInstant("Date");
    if (then == null) {
      return null;
    }
    Duration wait = Duration.between(now == null ? Instant.now() : now, then);
    return wait.isNegative() ? Duration.ZERO : wait;
  }
}
