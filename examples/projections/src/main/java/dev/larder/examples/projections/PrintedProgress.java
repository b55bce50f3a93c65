package dev.larder.examples.projections;

import dev.larder.projections.training.TrainingListener;
import java.util.Locale;

/** Prints how training goes. */
final class PrintedProgress implements TrainingListener {

  @Override
  public void embedded(int done, int all) {
    System.out.printf("%d of %d texts embedded%n", done, all);
  }

  @Override
  public void learned(int epoch, double loss, double watched) {
    System.out.printf(
        Locale.ROOT, "epoch %2d  loss %.3f  of what is not learned %.3f%n", epoch, loss, watched);
  }
}
