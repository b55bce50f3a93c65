package dev.larder.api;

import org.jspecify.annotations.Nullable;

/**
 * A failure that has to do with a model. The family is closed: every failure has an {@link #id()}
 * with a page under {@code docs/errors/}, and a message that says what was asked, what was found
 * and what to do. Messages hold no secrets.
 */
public abstract sealed class ModelException extends RuntimeException
    permits ChecksumMismatchException,
        ConflictingDeclarationsException,
        CorruptModelException,
        DimensionMismatchException,
        DownloadFailedException,
        EngineException,
        GatedException,
        InterruptedCallException,
        InvalidDefinitionException,
        InvalidFileException,
        LicenceDeniedException,
        LockOutOfDateException,
        NotFetchedException,
        NotProcessedException,
        OfflineException,
        StorageException,
        StoreBusyException,
        UnknownModelException,
        UnsupportedArchitectureException,
        WrongTaskException {

  private static final long serialVersionUID = 1L;

  private final String id;
  private final String sentence;
  private final String remedy;

  ModelException(ErrorText text, @Nullable Throwable cause) {
    super(text.render(), cause);
    this.id = text.id();
    this.sentence = text.sentence();
    this.remedy = text.remedy();
  }

  /** The stable name of this kind of failure, for instance {@code UnknownModel}. */
  public final String id() {
    return id;
  }

  /** The message's first line: id and what happened, without facts and remedy. */
  public final String sentence() {
    return sentence;
  }

  /** What to do about it, in one line; empty where nobody can do anything. */
  public final String remedy() {
    return remedy;
  }
}
