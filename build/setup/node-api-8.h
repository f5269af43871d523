// Force-included when the SQLite module is compiled for an Electron older than 35.
// The module is written for Node-API 10, which lets a reference hold any value. Node-API 8 lets it hold only
// objects, functions, externals and symbols: here any other value is kept as element 0 of a tagged object,
// and taken out again when the reference is read.
#pragma once
#include <node_api.h>

namespace jianbao {

inline const napi_type_tag* boxTag() {
  static const napi_type_tag tag = {0x6a69616e62616f31ULL, 0x626f786564726566ULL};
  return &tag;
}

inline bool isReferable(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

inline napi_status makeBox(napi_env env, napi_value content, napi_value* box) {
  napi_status status = napi_create_object(env, box);
  if (status == napi_ok) status = napi_type_tag_object(env, *box, boxTag());
  if (status == napi_ok) status = napi_set_element(env, *box, 0, content);
  return status;
}

inline napi_status createReference(napi_env env, napi_value value, uint32_t count, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (isReferable(type)) return (napi_create_reference)(env, value, count, result);
  napi_handle_scope scope;
  status = napi_open_handle_scope(env, &scope);
  if (status != napi_ok) return status;
  napi_value box;
  status = makeBox(env, value, &box);
  if (status == napi_ok) status = (napi_create_reference)(env, box, count, result);
  napi_close_handle_scope(env, scope);
  return status;
}

inline napi_status readReference(napi_env env, napi_ref reference, napi_value* result) {
  napi_value value = nullptr;
  napi_status status = (napi_get_reference_value)(env, reference, &value);
  *result = value;
  if (status != napi_ok || value == nullptr) return status;
  napi_valuetype type;
  status = napi_typeof(env, value, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool boxed = false;
  status = napi_check_object_type_tag(env, value, boxTag(), &boxed);
  return status == napi_ok && boxed ? napi_get_element(env, value, 0, result) : status;
}

}  // namespace jianbao

#define napi_create_reference(env, value, count, result) jianbao::createReference(env, value, count, result)
#define napi_get_reference_value(env, reference, result) jianbao::readReference(env, reference, result)
