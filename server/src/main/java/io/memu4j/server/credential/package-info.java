/** Who a credential stands for: API keys, tokens of an identity provider, sessions of the page. */
@NullMarked
package io.memu4j.server.credential;

import org.jspecify.annotations.NullMarked;
