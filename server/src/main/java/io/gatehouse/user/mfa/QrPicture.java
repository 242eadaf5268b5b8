package io.gatehouse.user.mfa;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Draws texts as QR codes, for the address of an image. */
final class QrPicture {
  private static final int SCALE = 4;

  /** The quiet zone, in modules [ISO/IEC 18004 §5.3.8]. */
  private static final int MARGIN = 4;

  private static final int WHITE = 0xffffff;

  private QrPicture() {}

  /** A {@code data:} URL of a PNG. */
  static String url(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = (code.size + 2 * MARGIN) * SCALE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark = code.getModule(x / SCALE - MARGIN, y / SCALE - MARGIN);
        image.setRGB(x, y, dark ? 0 : WHITE);
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
