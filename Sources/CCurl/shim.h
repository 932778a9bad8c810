#pragma once
#include <curl/curl.h>
#include <string.h>

// Options of libcurl are variadic, which Swift cannot call; one function sends one message.

typedef struct {
  const char *bytes;
  size_t left;
} mail_upload;

typedef struct {
  CURLcode code;
  // The last reply code of the server; 0 where it gave none.
  long reply;
  char reason[CURL_ERROR_SIZE];
} mail_result;

static size_t mail_read(char *buffer, size_t size, size_t count, void *state) {
  mail_upload *upload = (mail_upload *)state;
  size_t room = size * count;
  size_t taken = upload->left < room ? upload->left : room;
  memcpy(buffer, upload->bytes, taken);
  upload->bytes += taken;
  upload->left -= taken;
  return taken;
}

static inline mail_result mail_send(const char *url, long tls, const char *from, const char *to, const char *message,
                                    size_t length, long connect_seconds, long total_seconds) {
  mail_result result = {CURLE_FAILED_INIT, 0, ""};
  CURL *curl = curl_easy_init();
  struct curl_slist *recipients = curl ? curl_slist_append(NULL, to) : NULL;
  if (curl && recipients) {
    mail_upload upload = {message, length};
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, tls);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, mail_read);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, total_seconds);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, result.reason);
    result.code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &result.reply);
    if (result.code != CURLE_OK && !result.reason[0])
      strncpy(result.reason, curl_easy_strerror(result.code), CURL_ERROR_SIZE - 1);
  }
  curl_slist_free_all(recipients);
  if (curl) curl_easy_cleanup(curl);
  return result;
}

// The sentence of a result, which Swift would see as a tuple of characters.
static inline const char *mail_reason(const mail_result *result) { return result->reason; }

static inline int mail_is_about_server(CURLcode code) {
  switch (code) {
  case CURLE_SEND_ERROR:
  case CURLE_REMOTE_ACCESS_DENIED:
  case CURLE_WEIRD_SERVER_REPLY:
  case CURLE_QUOTE_ERROR:
  case CURLE_UPLOAD_FAILED:
    return 0;
  default:
    return 1;
  }
}
