package io.gatehouse.branding.customui;

/**
 * A file of a tenant's own sign-in pages.
 *
 * @param path below the website's root
 */
@SuppressWarnings("ArrayRecordComponent")
public record CustomUiFile(String path, byte[] content) {
  /** Whether it is the page that everything begins with. */
  public boolean isIndex() {
    return path.equals(CustomUiArchive.INDEX);
  }
}
