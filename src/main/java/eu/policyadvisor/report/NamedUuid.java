package eu.policyadvisor.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids made from names, as RFC 9562 has them in version 5: the same name gives the same id. */
public final class NamedUuid {
  private static final UUID NAMESPACE = UUID.fromString("6f3c1b0e-64d5-4a53-9a1e-0b7c2f9d8e41");

  private NamedUuid() {}

  /** The id of what these words name. */
  public static UUID of(String... words) {
    MessageDigest digest = digest("SHA-1");
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array());
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long most = hash.getLong() & ~0xF000L | 0x5000L;
    long least = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
    return new UUID(most, least);
  }

  /** A sum over bytes, of an algorithm that every Java has. */
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
