package dev.larder.testkit.hub;

import java.time.Duration;
import java.util.List;

/**
 * Something that goes wrong with one answer. A fault waits for a request that it can happen to: one
 * that spoils a partial answer, for instance, for the next request for a range.
 */
public sealed interface Fault permits ServerFault, ResolveFault, ContentFault, RangeFault {

  /** Where it happens. */
  Hop hop();

  /** Whether it can happen to this answer, which other faults may have spoilt already. */
  boolean suits(Reply reply, Exchange exchange);

  /** The answer that is given instead. */
  Reply spoil(Reply reply, Exchange exchange);

  /**
   * One fault of each kind, for the requests that a file needs.
   *
   * @param afterBytes where in a body those happen that happen within one: more than 0, and less
   *     than what is asked for
   */
  static List<Fault> all(long afterBytes) {
    return List.of(
        new ServerFault.ServerError(Hop.RESOLVE, 500),
        new ServerFault.ServerError(Hop.CONTENT, 503),
        new ServerFault.RateLimited(Hop.RESOLVE, 0, 1),
        new ServerFault.RateLimited(Hop.RESOLVE, 5, 1),
        new ServerFault.RetryAfter(Hop.RESOLVE, 1),
        new ServerFault.RetryAfter(Hop.CONTENT, 1),
        new ServerFault.WebPage(Hop.RESOLVE),
        new ServerFault.WebPage(Hop.CONTENT),
        new ServerFault.PortalRedirect(Hop.RESOLVE),
        new ServerFault.PortalRedirect(Hop.CONTENT),
        new ServerFault.Silent(Hop.RESOLVE),
        new ServerFault.Silent(Hop.CONTENT),
        new ResolveFault.MissingCommit(),
        new ResolveFault.PermanentRedirect(StandInHub.HUB_NAME),
        new ResolveFault.PermanentRedirect(StandInHub.OTHER_NAME),
        new ResolveFault.MisleadingLength(7),
        new ResolveFault.ChangedDigest(),
        new ContentFault.UrlExpiresAfterBytes(afterBytes),
        new ContentFault.UrlExpiresAfterTime(Duration.ZERO),
        new ContentFault.Truncated(afterBytes),
        new ContentFault.Stalled(afterBytes),
        new ContentFault.Slow(afterBytes * 10),
        new ContentFault.Overlong(3),
        new ContentFault.WrongBytes(),
        new ContentFault.Gzipped(),
        new RangeFault.EmptyPartial(),
        new RangeFault.IgnoredRange(),
        new RangeFault.WrongContentRange(),
        new RangeFault.NotSatisfiable(),
        new RangeFault.ReplacedFile(),
        new RangeFault.ChangedEtag());
  }
}
