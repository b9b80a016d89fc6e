package io.memu4j.internal.ingest.image;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** How a camera was held, as the EXIF part of a JPEG picture says: 1 to 8. A picture encoded anew loses it, so it is turned before. */
final class Orientation {
    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int LOOKED_AT = 1 << 16;

    private Orientation() {}

    /** What the picture says; upright where it says nothing. */
    static int of(byte[] jpeg) {
        int end = Math.min(jpeg.length, LOOKED_AT) - 14;
        for (int at = 0; at < end; at++) {
            boolean exif = jpeg[at] == 'E' && jpeg[at + 1] == 'x' && jpeg[at + 2] == 'i' && jpeg[at + 3] == 'f';
            if (exif && jpeg[at + 4] == 0 && jpeg[at + 5] == 0) {
                return ofTiff(jpeg, at + 6);
            }
        }
        return UPRIGHT;
    }

    /** The picture turned so that up is up. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lies = orientation >= 5;
        BufferedImage turned =
                new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(picture, transform(orientation, width, height), null);
        canvas.dispose();
        return turned;
    }

    private static AffineTransform transform(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }

    private static int ofTiff(byte[] bytes, int start) {
        boolean little = bytes[start] == 'I';
        int directory = start + number(bytes, start + 4, 4, little);
        int entries = number(bytes, directory, 2, little);
        for (int i = 0; i < Math.min(entries, 100); i++) {
            int entry = directory + 2 + 12 * i;
            if (number(bytes, entry, 2, little) == TAG) {
                int value = number(bytes, entry + 8, 2, little);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** 0 outside of the picture. */
    private static int number(byte[] bytes, int at, int count, boolean little) {
        if (at < 0 || at + count > bytes.length) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[little ? at + count - 1 - i : at + i] & 0xFF);
        }
        return value;
    }
}
