package io.memu4j.internal.ingest.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * The addresses that are not of the public internet, by the registries of special-purpose addresses of IANA (RFC 6890): a fetch of one
 * would reach into the network the application runs in.
 */
final class SpecialAddresses {
    private static final List<Block> IPV4 = List.of(
            new Block(8, 0),
            new Block(8, 10),
            new Block(10, 100, 64),
            new Block(8, 127),
            new Block(16, 169, 254),
            new Block(12, 172, 16),
            new Block(24, 192, 0, 0),
            new Block(24, 192, 0, 2),
            new Block(24, 192, 88, 99),
            new Block(16, 192, 168),
            new Block(15, 198, 18),
            new Block(24, 198, 51, 100),
            new Block(24, 203, 0, 113),
            new Block(3, 224));

    /** Everything of IPv6 outside of it is special. */
    private static final Block IPV6_GLOBAL = new Block(3, 0x20);

    private static final List<Block> IPV6_EXCEPTIONS = List.of(
            new Block(23, 0x20, 0x01, 0x00),
            new Block(32, 0x20, 0x01, 0x0d, 0xb8),
            new Block(16, 0x20, 0x02),
            new Block(20, 0x3f, 0xff, 0x00));

    private SpecialAddresses() {}

    /** Whether the address is loopback, link-local, private, shared, reserved, multicast, documentation or a tunnel. */
    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return IPV4.stream().anyMatch(b -> b.contains(bytes));
        }
        return !IPV6_GLOBAL.contains(bytes) || IPV6_EXCEPTIONS.stream().anyMatch(b -> b.contains(bytes));
    }

    private record Block(int bits, int... prefix) {
        boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                int wanted = bit / 8 < prefix.length ? prefix[bit / 8] : 0;
                if (((address[bit / 8] ^ wanted) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
