package io.memu4j.config;

/** Removes secrets from addresses before they are printed. */
final class UrlText {
    private UrlText() {}

    /** Returns the address without user, password and query, which may hold keys. */
    static String withoutSecrets(String url) {
        return url.replaceFirst("//[^/@]*@", "//").replaceFirst("[?#].*", "");
    }
}
