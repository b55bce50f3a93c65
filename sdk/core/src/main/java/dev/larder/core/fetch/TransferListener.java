package dev.larder.core.fetch;

import dev.larder.api.ModelException;

/**
 * Is told how files come into the store. Called by several threads at once, each with files of its
 * own, and often: an implementation has to be quick.
 */
public interface TransferListener {

  /** Hears everything and says nothing. */
  TransferListener SILENT = new TransferListener() {};

  /**
   * A model is about to be fetched; nothing has been asked of its source yet.
   *
   * @param model what the project calls it
   * @param licence the one that is known of it
   */
  default void announces(String model, String licence) {}

  /** A file begins to come. */
  default void starts(FileTransfer transfer) {}

  /**
   * Some of a file has come.
   *
   * @param bytes how many bytes of it are here now; less than before where it had to begin again
   */
  default void receives(FileTransfer transfer, long bytes) {}

  /** A file is complete and verified. */
  default void ends(FileTransfer transfer) {}

  /** A file will not come; the exception follows. */
  default void fails(FileTransfer transfer) {}

  /**
   * A place does not give a file, and another one is asked. Told once a place.
   *
   * @param place as it stands in catalogs
   */
  default void failsOver(String model, String place, ModelException reason) {}

  /**
   * Somebody else is fetching a model, and is waited for. Told once a wait.
   *
   * @param holder who that is: process and since when
   */
  default void waits(String model, String holder) {}
}
