package dev.larder.testkit.hub;

import java.util.ArrayList;
import java.util.List;

/** The faults that are still to happen. Requests that come at once take them one after another. */
final class Faults {

  private final List<Injected> injected = new ArrayList<>();

  synchronized void add(Fault fault, String path, Turn turn) {
    injected.add(new Injected(fault, path, turn));
  }

  /** Makes the answer worse by every fault whose turn it is, in the order of their injection. */
  synchronized Reply spoil(Reply reply, Exchange exchange) {
    Reply spoilt = reply;
    for (Injected one : injected) {
      if (one.isDue(spoilt, exchange)) {
        spoilt = one.fault.spoil(spoilt, exchange);
      }
    }
    injected.removeIf(one -> one.turn.isOver(one.seen));
    return spoilt;
  }

  /** Those that have not happened as often as they should. */
  synchronized List<Fault> pending() {
    return injected.stream().map(one -> one.fault).toList();
  }

  synchronized void clear() {
    injected.clear();
  }

  private static final class Injected {
    private final Fault fault;
    private final String path;
    private final Turn turn;
    private long seen;

    Injected(Fault fault, String path, Turn turn) {
      this.fault = fault;
      this.path = path;
      this.turn = turn;
    }

    boolean isDue(Reply reply, Exchange exchange) {
      return exchange.concerns(fault.hop(), path)
          && fault.suits(reply, exchange)
          && turn.includes(seen++);
    }
  }
}
