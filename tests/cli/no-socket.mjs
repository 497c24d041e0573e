// Loaded before the command line in tests, in every process and thread of it: any attempt to open a socket ends it with an exit code of its own.
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";

function refuse() {
  process.stderr.write("tried to reach the network\n");
  process.exit(99);
}

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.Socket.prototype.bind = refuse;
dgram.Socket.prototype.send = refuse;
dgram.Socket.prototype.connect = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
globalThis.fetch = refuse;
