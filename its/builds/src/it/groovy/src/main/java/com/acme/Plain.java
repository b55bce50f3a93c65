package com.acme;

interface Plain {}
