@ModelAlias(name = "default-embed", model = "tiny")
package com.acme.advice;

import dev.larder.api.ModelAlias;
