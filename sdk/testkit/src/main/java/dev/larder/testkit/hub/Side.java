package dev.larder.testkit.hub;

/** What one of the two servers knows. */
interface Side {

  /** The answer without faults. Says to the exchange what it is for. */
  Reply answer(Exchange exchange);
}
