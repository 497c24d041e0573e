export {
  type ByteFilter,
  type ByteFilterOptions,
  createByteFilter,
  FILTER_SIGHT,
  type Stop,
} from "./byte-filter/byte-filter.js";
